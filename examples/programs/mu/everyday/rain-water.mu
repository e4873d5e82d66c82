// How much rain stays between walls of these heights, one unit wide each.
fn main(heights: [int]) -> int {
  var water = 0
  var left = 0
  var right = len(heights) - 1
  var left_wall = 0
  var right_wall = 0
  while left <= right {
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
