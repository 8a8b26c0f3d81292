/**
 * Files that belong to practices: how editors add and take them away, how their text is read and
 * found, how readers get them. Owns attachment, attachment_part and attachment_upload; uses
 * knowledge for who may see and change a practice, and follows its PracticeMoved; the content lies
 * with platform.storage.
 */
package org.portolan.attachment;
