package org.portolan.reuse.translation;

import java.util.List;
import org.portolan.knowledge.PracticePlace;

/**
 * A practice with the languages that it lacks.
 *
 * @param missing empty where it is there in all
 */
public record TranslatablePractice(PracticePlace practice, List<AskedLanguage> missing) {}
