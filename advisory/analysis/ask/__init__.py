"""Ask your money: a question in English or German, a plan in a fixed algebra, exact figures from the owner's rows."""
