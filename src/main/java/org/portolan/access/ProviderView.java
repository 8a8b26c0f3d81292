package org.portolan.access;

/**
 * A provider as administrators see it; its secret is shown to nobody.
 *
 * @param domains of mail, with spaces between
 * @param strongAcr what it says of somebody who showed two factors, or empty
 */
public record ProviderView(
    long id,
    int version,
    String member,
    String name,
    String issuer,
    String clientId,
    boolean hasSecret,
    String domains,
    String strongAcr,
    boolean active) {}
