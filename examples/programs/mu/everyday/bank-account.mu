// What is on a bank account after some bookings, and how many of them were refused because they
// would have overdrawn it.
record Booking {
  kind: str
  amount: int
}

record Account {
  balance: int
  refused: int
}

fn book(account: Account, booking: Booking) -> Account
    requires booking.amount > 0
    ensures result.balance >= 0 {
  match booking {
    Booking(kind: "deposit", amount) => {
      return account with (balance: account.balance + amount)
    }
    Booking(kind: "withdrawal", amount) => {
      if amount <= account.balance {
        return account with (balance: account.balance - amount)
      }
    }
    _ => {}
  }
  return account with (refused: account.refused + 1)
}

fn main(bookings: [Booking]) -> Account {
  var account = Account(balance: 0, refused: 0)
  for booking in bookings {
    account = book(account, booking)
  }
  return account
}
