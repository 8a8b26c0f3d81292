package org.portolan.knowledge;

/** A practice that names something, and how it is connected to that. */
public record LinkingPractice(String code, String title, String language, LinkRelation relation) {}
