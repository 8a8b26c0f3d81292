package org.portolan.knowledge;

/** What a version says in one language. */
public record VersionText(
    String language, String title, String summary, PracticeBody body, String kind) {}
