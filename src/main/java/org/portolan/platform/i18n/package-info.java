/** The six languages: which one a request speaks, texts, names and dates in it. */
package org.portolan.platform.i18n;
