/** The form by which a translation is asked for, and the list of those who write them. */
package org.portolan.reuse.translation.web;
