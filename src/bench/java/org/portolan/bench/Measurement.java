package org.portolan.bench;

import java.util.Locale;

/** One row of the report; times in milliseconds, processor time per request. */
record Measurement(
    Target target,
    int requests,
    int errors,
    double p50,
    double p95,
    double p99,
    double perSecond,
    double applicationCpu,
    double compilerCpu,
    double databaseCpu,
    long bytes) {

  double cpu() {
    return applicationCpu + databaseCpu;
  }

  static String header() {
    return "| what | requests | errors | p50 ms | p95 | p99 | requests/s | CPU ms: JVM | of it compiling |"
        + " database | together | to be | bytes |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.1f | %.1f | %.1f | %.0f | %.2f | %.2f | %.2f | **%.2f** | %s | %d |%n",
        target.name(),
        requests,
        errors,
        p50,
        p95,
        p99,
        perSecond,
        applicationCpu,
        compilerCpu,
        databaseCpu,
        cpu(),
        target.goal(),
        bytes);
  }
}
