/** Pages of attachments, and where files are sent and taken. */
package org.portolan.attachment.web;
