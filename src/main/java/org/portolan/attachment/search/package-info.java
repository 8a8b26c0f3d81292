/** Attachments in the index. */
package org.portolan.attachment.search;
