package dev.lockstep.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Line plots as pictures, drawn at twice their size so that they stay sharp.
public final class Plots {
  /// Colours that stay apart for most colour-blind readers (Okabe and Ito).
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9));

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 760;

  private Plots() {}

  /// One curve: points in order, `x` and `y` of the same length, which is not 0.
  public record Curve(String name, List<Double> x, List<Double> y) {
    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.size() != y.size() || x.isEmpty()) {
        throw new IllegalArgumentException(x.size() + " and " + y.size() + " coordinates");
      }
    }
  }

  /// Which axes are logarithmic.
  public enum Axes {
    LINEAR,
    LOG_X,
    LOG_Y
  }

  /// The curves in one plot. Values of a logarithmic axis must be positive.
  public static Png lines(String xTitle, String yTitle, Axes axes, List<Curve> curves) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .theme(ChartTheme.Matlab)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    style(chart.getStyler(), axes);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      XYSeries series = chart.addSeries(curve.name(), curve.x(), curve.y());
      series.setLineColor(COLOURS.get(i % COLOURS.size()));
      series.setLineStyle(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      series.setMarker(curve.x().size() <= 20 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
      series.setMarkerColor(COLOURS.get(i % COLOURS.size()));
    }
    try {
      return Png.of(BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory
    }
  }

  private static void style(XYStyler styler, Axes axes) {
    styler.setXAxisLogarithmic(axes == Axes.LOG_X);
    styler.setYAxisLogarithmic(axes == Axes.LOG_Y);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
    styler.setPlotGridLinesColor(new Color(0xE3E3E3));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setMarkerSize(12);
    styler.setXAxisDecimalPattern("#,###.##");
  }
}
