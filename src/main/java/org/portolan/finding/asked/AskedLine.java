package org.portolan.finding.asked;

/**
 * Words that were searched for.
 *
 * @param language one of those in which they were asked
 * @param fruitless how often of these nothing was found
 * @param opened how often something that was found was opened
 * @param answer what an editor made of them, or null
 */
public record AskedLine(
    long id,
    String words,
    String language,
    long asked,
    long fruitless,
    long opened,
    String answer,
    int version) {}
