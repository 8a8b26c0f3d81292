package org.portolan.platform.web;

/** One value of a list to choose from, as the page shows it. */
public record Choice(String value, String label, boolean chosen) {}
