package org.portolan.people.colleague;

/** Somebody who agreed to be found, and all that is told of them. */
public record Colleague(long id, String name, String post, String memberCode) {}
