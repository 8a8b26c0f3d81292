package org.portolan.platform.forgetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.portolan.platform.retention.RetentionRule;

/** For how long this installation keeps each kind of record. */
@ApplicationScoped
class RetentionPeriods {
  private static final String PREFIX = "portolan.retention.";

  @Inject private Config config;

  RetentionPeriod of(RetentionRule rule) {
    return set(rule)
        .flatMap(RetentionPeriod::read)
        .orElseGet(() -> new RetentionPeriod(rule.usual()));
  }

  /** Whether an operator said how long. */
  boolean given(RetentionRule rule) {
    return set(rule).isPresent();
  }

  private Optional<String> set(RetentionRule rule) {
    return config
        .getOptionalValue(property(rule.kind()), String.class)
        .filter(text -> !text.isBlank());
  }

  /** What is wrong with what an operator set, the first that there is. */
  Optional<String> refusal(Collection<RetentionRule> rules) {
    Set<String> names =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .collect(Collectors.toCollection(TreeSet::new));
    return unknown(names, rules)
        .or(
            () ->
                rules.stream()
                    .flatMap(rule -> set(rule).flatMap(text -> refusal(rule, text)).stream())
                    .sorted()
                    .findFirst());
  }

  /** A mistyped kind would be kept as usual, and nobody would know. */
  static Optional<String> unknown(Collection<String> names, Collection<RetentionRule> rules) {
    Set<String> known =
        rules.stream()
            .map(rule -> property(rule.kind()))
            .collect(Collectors.toCollection(TreeSet::new));
    return names.stream()
        .filter(name -> dotted(name).startsWith(PREFIX))
        .filter(
            name ->
                !known.contains(name)
                    && !(known.contains(dotted(name)) && name.equals(setting(dotted(name)))))
        .findFirst()
        .map(
            name ->
                name
                    + " sets nothing. There are "
                    + known.stream()
                        .map(RetentionPeriods::setting)
                        .collect(Collectors.joining(", "))
                    + ".");
  }

  private static String dotted(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
  }

  static Optional<String> refusal(RetentionRule rule, String text) {
    return RetentionPeriod.read(text).filter(period -> period.reaches(rule.least())).isPresent()
        ? Optional.empty()
        : Optional.of(
            setting(property(rule.kind()))
                + " must be a period such as "
                + rule.usual()
                + ", not shorter than "
                + rule.least()
                + ", or "
                + RetentionPeriod.NEVER
                + " to keep it for good; not "
                + text.strip()
                + ".");
  }

  private static String property(String kind) {
    return PREFIX + kind.replace('-', '.');
  }

  private static String setting(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
