package dev.lockstep.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.neural.Arithmetic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A certificate for people, and as JSON.
public final class CertificateText {
  private static final int MOST_SHOWN = 10;

  private CertificateText() {}

  /// Many lines, each ended by a line break.
  public static String text(Certificate certificate) {
    StringBuilder out = new StringBuilder();
    line(out, certificate.holds() ? "CERTIFIED" : "NOT CERTIFIED");
    line(out, "windows       " + "%,d".formatted(certificate.windows()));
    line(
        out,
        "least margin  " + number(certificate.leastMargin()) + "  on " + certificate.leastWindow());
    line(out, "bound         " + number(certificate.bound()));
    line(out, "spread        " + spread(certificate.spread()));
    line(out, "program       " + subject(certificate));
    line(out, "weights       " + certificate.subject().weightsSha256());
    line(out, "arithmetic    " + arithmetic(certificate.subject().arithmetic()));
    if (certificate.holds()) {
      line(out, "\n" + certificate.theorem());
      list(out, "assumed:", certificate.assumptions());
      list(out, "not claimed:", certificate.notClaimed());
    } else {
      failures(out, certificate);
      list(out, "objections:", certificate.objections());
      list(out, "runs by the layout's rule that part:", certificate.agreement().parted());
    }
    return out.toString();
  }

  private static void failures(StringBuilder out, Certificate certificate) {
    if (certificate.wrong() > 0) {
      line(out, "\n%,d windows fail:".formatted(certificate.wrong()));
    }
    certificate.failures().stream()
        .limit(MOST_SHOWN)
        .forEach(
            failure ->
                line(
                    out,
                    "  %s: expected %s, proposed %s, margin %s; %s"
                        .formatted(
                            failure.window(),
                            failure.expected(),
                            failure.proposed(),
                            number(failure.margin()),
                            failure.rule())));
  }

  private static String subject(Certificate certificate) {
    return certificate.subject().program() + "  " + certificate.subject().programSha256();
  }

  private static String spread(Spread spread) {
    return spread.by().entrySet().stream()
        .map(it -> it.getKey() + " " + scientific(it.getValue()))
        .collect(Collectors.joining(", ", scientific(spread.greatest()) + " over ", ""));
  }

  private static String arithmetic(Arithmetic arithmetic) {
    return "%s %s, %s, %s, threads %d"
        .formatted(
            arithmetic.engine(),
            arithmetic.version(),
            arithmetic.device(),
            arithmetic.dtype(),
            arithmetic.threads());
  }

  private static void list(StringBuilder out, String title, List<String> items) {
    if (!items.isEmpty()) {
      line(out, "\n" + title);
      items.stream().limit(MOST_SHOWN).forEach(item -> line(out, "  - " + item));
    }
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }

  private static String scientific(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.2e", value);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  public static ObjectNode json(Certificate certificate) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("certified", certificate.holds());
    json.put("windows", certificate.windows()).put("wrong", certificate.wrong());
    number(json, "leastMargin", certificate.leastMargin());
    json.put("leastWindow", certificate.leastWindow());
    number(json, "bound", certificate.bound());
    ObjectNode spread = json.putObject("spread");
    number(spread, "greatest", certificate.spread().greatest());
    spread.put("windows", certificate.spread().windows());
    ObjectNode by = spread.putObject("by");
    certificate.spread().by().forEach((name, value) -> number(by, name, value));
    Certificate.Subject subject = certificate.subject();
    json.putObject("program").put("name", subject.program()).put("sha256", subject.programSha256());
    json.put("weights", subject.weightsSha256());
    json.putPOJO("arithmetic", subject.arithmetic());
    json.put("invariant", certificate.invariant());
    json.put("theorem", certificate.holds() ? certificate.theorem() : "");
    texts(json.putArray("assumptions"), certificate.assumptions());
    texts(json.putArray("notClaimed"), certificate.notClaimed());
    texts(json.putArray("objections"), certificate.objections());
    ObjectNode agreement = json.putObject("agreement");
    agreement.put("runs", certificate.agreement().runs());
    agreement.put("steps", certificate.agreement().steps());
    texts(agreement.putArray("parted"), certificate.agreement().parted());
    ArrayNode failures = json.putArray("failures");
    for (Certificate.Failure failure : certificate.failures()) {
      ObjectNode node =
          failures
              .addObject()
              .put("window", failure.window())
              .put("expected", failure.expected())
              .put("proposed", failure.proposed())
              .put("rule", failure.rule());
      number(node, "margin", failure.margin());
    }
    return json;
  }

  /// JSON has no infinities and nothing that is not a number: those are texts.
  private static void number(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.put(name, Double.toString(value));
    }
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
