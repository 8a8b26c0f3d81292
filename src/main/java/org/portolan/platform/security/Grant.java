package org.portolan.platform.security;

/** A role held for a scope, now. */
public record Grant(Role role, Scope scope) {}
