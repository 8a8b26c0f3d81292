package org.portolan.people;

/** An invitation as the one sees it who was invited. */
public record OpenInvitation(
    long id,
    String memberCode,
    String given,
    String family,
    String email,
    String language,
    String post) {}
