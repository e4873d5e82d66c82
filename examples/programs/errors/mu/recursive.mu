record Loop { value: int, next: [Other] }
record Other { back: (int, Loop)? }

fn main(l: Loop) {
  print l
}
