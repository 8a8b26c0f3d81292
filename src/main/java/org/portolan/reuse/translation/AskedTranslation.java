package org.portolan.reuse.translation;

import org.portolan.knowledge.PracticePlace;

/** A translation that readers would like to have, for those who might write it. */
public record AskedTranslation(PracticePlace practice, String language, long times) {}
