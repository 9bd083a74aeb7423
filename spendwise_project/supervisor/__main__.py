from spendwise_project.supervisor.cli import main

main()
