package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.items;
import static dev.lockstep.examples.library.Plain.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Value;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Set;

/// Oracles of `mu/clrs` for points in the plane.
final class GeometryOracles {
  private GeometryOracles() {}

  static List<Oracle> clrs() {
    String triangles = "points outside all triangles and segments of others";
    return List.of(
        Oracle.equal(
            "mu/clrs/segment-intersection.mu",
            "`Line2D.linesIntersect`",
            input -> {
              List<Integer> a = point(field(input, "a"));
              List<Integer> b = point(field(input, "b"));
              List<Integer> c = point(field(input, "c"));
              List<Integer> d = point(field(input, "d"));
              return Line2D.linesIntersect(
                  a.get(0), a.get(1), b.get(0), b.get(1), c.get(0), c.get(1), d.get(0), d.get(1));
            }),
        new Oracle("mu/clrs/graham-scan.mu", triangles, GeometryOracles::hull),
        new Oracle("mu/clrs/jarvis-march.mu", triangles, GeometryOracles::hull));
  }

  private static List<List<Integer>> points(Value value) {
    return items(value).stream().map(GeometryOracles::point).toList();
  }

  private static List<Integer> point(Value value) {
    return List.of(number(field(value, "x")), number(field(value, "y")));
  }

  private static void hull(Value input, Value answer) {
    Set<List<Integer>> points = Set.copyOf(points(field(input, "points")));
    List<List<Integer>> corners = points(answer);
    assertThat(corners)
        .containsExactlyInAnyOrderElementsOf(
            points.stream().filter(point -> !covered(point, points)).toList());
    assertThat(points)
        .allMatch(point -> lower(corners.getFirst(), point) || point.equals(corners.getFirst()));
    for (int i = 0; corners.size() > 2 && i < corners.size(); i++) {
      List<Integer> next = corners.get((i + 1) % corners.size());
      assertThat(turn(corners.get(i), next, corners.get((i + 2) % corners.size()))).isPositive();
    }
  }

  private static boolean lower(List<Integer> a, List<Integer> b) {
    return a.get(1) < b.get(1) || (a.get(1).equals(b.get(1)) && a.get(0) < b.get(0));
  }

  /// Whether a triangle or segment of other points holds the point: by Carathéodory's theorem it is
  /// then no corner.
  private static boolean covered(List<Integer> point, Set<List<Integer>> points) {
    List<List<Integer>> others = points.stream().filter(it -> !it.equals(point)).toList();
    for (List<Integer> a : others) {
      for (List<Integer> b : others) {
        for (List<Integer> c : others) {
          if (holds(a, b, c, point)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// A triangle that turns left, or a segment where two of its corners are one.
  private static boolean holds(
      List<Integer> a, List<Integer> b, List<Integer> c, List<Integer> point) {
    if (turn(a, b, c) > 0) {
      return turn(a, b, point) >= 0 && turn(b, c, point) >= 0 && turn(c, a, point) >= 0;
    }
    return b.equals(c)
        && Line2D.ptSegDistSq(a.get(0), a.get(1), b.get(0), b.get(1), point.get(0), point.get(1))
            == 0;
  }

  private static int turn(List<Integer> a, List<Integer> b, List<Integer> c) {
    return (b.get(0) - a.get(0)) * (c.get(1) - a.get(1))
        - (b.get(1) - a.get(1)) * (c.get(0) - a.get(0));
  }
}
