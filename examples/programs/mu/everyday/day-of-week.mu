// The day of the week of a date in the Gregorian calendar, by Zeller: 1 is Monday, 7 is Sunday.
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

fn main(year: int, month: int, day: int) -> int
    requires month >= 1 && month <= 12
    requires day >= 1 && day <= length(year, month) {
  // January and February count as months 13 and 14 of the year before.
  var m = month
  var y = year
  if month < 3 {
    m = month + 12
    y = year - 1
  }
  let since_saturday = day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400
  return (since_saturday + 5) % 7 + 1
}
