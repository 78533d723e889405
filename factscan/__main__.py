from factscan.cli import main

main()
