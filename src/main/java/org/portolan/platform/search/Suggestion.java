package org.portolan.platform.search;

/** A title that continues what was typed, and where it leads. */
public record Suggestion(String title, String language, String kind, String code, String path) {}
