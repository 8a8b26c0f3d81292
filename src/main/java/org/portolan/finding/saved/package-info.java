/**
 * Searches that people keep, and the letters that tell them what is new of them. Nobody but their
 * owner knows of them, and no deed of the trail tells what somebody looks for. Owns saved_search.
 */
package org.portolan.finding.saved;
