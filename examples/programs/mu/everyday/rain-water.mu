// How much rain stays between walls of these heights, one unit wide each.
// The highest of the walls in heights[from..to], the ground where there is none.
fn highest(heights: [int], from: int, to: int) -> int {
  var wall = 0
  for i in from..to {
    wall = max(wall, heights[i])
  }
  return wall
}

fn main(heights: [int]) -> int
    ensures result >= 0 {
  var water = 0
  var left = 0
  var right = len(heights) - 1
  var left_wall = 0
  var right_wall = 0
  while left <= right
      invariant left_wall == highest(heights, 0, left)
      invariant right_wall == highest(heights, right + 1, len(heights)) {
    if left_wall <= right_wall {
      if heights[left] > left_wall {
        left_wall = heights[left]
      }
      water += left_wall - heights[left]
      left += 1
    } else {
      if heights[right] > right_wall {
        right_wall = heights[right]
      }
      water += right_wall - heights[right]
      right -= 1
    }
  }
  return water
}
