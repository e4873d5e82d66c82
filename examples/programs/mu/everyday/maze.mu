// How many steps lead through a maze from the top left to the bottom right corner, -1 where no way
// does; 1 is a wall.
fn rectangular(matrix: [[int]]) -> bool {
  for row in matrix {
    if len(row) != len(matrix[0]) {
      return false
    }
  }
  return true
}

// Puts a place into the queue if it can be entered and has not been.
fn enter(maze: [[int]], steps: [[int]], queue: [[int]], i: int, j: int, count: int) {
  if i < 0 || i >= len(maze) || j < 0 || j >= len(maze[0]) {
    return
  }
  if maze[i][j] != 1 && steps[i][j] < 0 {
    steps[i][j] = count
    push(queue, [i, j])
  }
}

fn main(maze: [[int]]) -> int
    requires len(maze) > 0 && rectangular(maze) && len(maze[0]) > 0 {
  let steps: [[int]] = []
  for row in maze {
    let unknown: [int] = []
    for _cell in row {
      push(unknown, -1)
    }
    push(steps, unknown)
  }
  let queue: [[int]] = []
  enter(maze, steps, queue, 0, 0, 0)
  var first = 0
  while first < len(queue) {
    let i = queue[first][0]
    let j = queue[first][1]
    first += 1
    let count = steps[i][j] + 1
    enter(maze, steps, queue, i - 1, j, count)
    enter(maze, steps, queue, i + 1, j, count)
    enter(maze, steps, queue, i, j - 1, count)
    enter(maze, steps, queue, i, j + 1, count)
  }
  return steps[len(maze) - 1][len(maze[0]) - 1]
}
