// How many days lie between two dates [year, month, day] of the Gregorian calendar.
fn leap(year: int) -> bool {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length(year: int, month: int) -> int {
  if month == 2 {
    if leap(year) {
      return 29
    }
    return 28
  }
  if month == 4 || month == 6 || month == 9 || month == 11 {
    return 30
  }
  return 31
}

fn is_date(date: [int]) -> bool {
  if len(date) != 3 || date[1] < 1 || date[1] > 12 {
    return false
  }
  return date[2] >= 1 && date[2] <= length(date[0], date[1])
}

// Days from the first day of the year 1 on.
fn number(date: [int]) -> int {
  let years = date[0] - 1
  var days = 365 * years + years / 4 - years / 100 + years / 400 + date[2] - 1
  for month in 1..date[1] {
    days += length(date[0], month)
  }
  return days
}

fn main(first: [int], second: [int]) -> int
    requires is_date(first) && is_date(second) {
  return number(second) - number(first)
}
