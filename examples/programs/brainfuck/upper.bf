Small letters to capital ones
,[--------------------------------.,]
