package org.portolan.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A provider as an administrator wants it.
 *
 * @param clientSecret null keeps the one there is
 * @param domains as typed, with spaces or commas between
 */
public record ProviderEdit(
    String member,
    String name,
    String issuer,
    String clientId,
    String clientSecret,
    String domains,
    String strongAcr,
    boolean active) {

  List<String> domainList() {
    return Arrays.stream(domains.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
        .map(domain -> domain.replaceFirst("^@", ""))
        .filter(domain -> !domain.isEmpty())
        .distinct()
        .toList();
  }
}
