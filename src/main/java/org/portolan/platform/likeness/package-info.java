/** How much texts are alike, whatever they are about: for those who are warned of doubles. */
package org.portolan.platform.likeness;
