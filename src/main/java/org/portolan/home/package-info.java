/**
 * The first page, and the directory: pages that show many features. Owns none of what they show.
 */
package org.portolan.home;
