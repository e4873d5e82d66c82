Every character twice
,[..,]
