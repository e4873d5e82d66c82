Writes what it reads
,[.,]
