// Prints the calendar of a month, weeks from Monday to Sunday.
fn leap(year: int) -> bool {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length(year: int, month: int) -> int {
  return match month {
    2 => if leap(year) { 29 } else { 28 }
    4 => 30
    6 => 30
    9 => 30
    11 => 30
    _ => 31
  }
}

// The weekday of the first day, 0 for Monday, by Zeller.
fn first_weekday(year: int, month: int) -> int {
  let (m, y) = if month < 3 { (month + 12, year - 1) } else { (month, year) }
  return (13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400 - 1) % 7
}

fn padded(day: int) -> str {
  return if day < 10 { "  " + str(day) } else { " " + str(day) }
}

fn main(year: int, month: int)
    requires month >= 1 && month <= 12 {
  print " Mo Tu We Th Fr Sa Su"
  let first = first_weekday(year, month)
  var line = repeat("   ", first)
  for day in 1..length(year, month) + 1 {
    line += padded(day)
    if (first + day) % 7 == 0 || day == length(year, month) {
      print line
      line = ""
    }
  }
}
