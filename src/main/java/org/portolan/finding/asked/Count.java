package org.portolan.finding.asked;

/**
 * How often something was asked.
 *
 * @param fruitless how often of these nothing was found
 * @param opened how often something that was found was opened
 */
record Count(int asked, int fruitless, int opened) {
  Count plus(Count more) {
    return new Count(asked + more.asked(), fruitless + more.fruitless(), opened + more.opened());
  }
}
