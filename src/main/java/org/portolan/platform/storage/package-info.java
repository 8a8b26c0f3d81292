/** Files that the application reads: the content it carries. */
package org.portolan.platform.storage;
