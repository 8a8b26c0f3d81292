/**
 * Files that belong to practices: how editors add and take them away, how their text is read and
 * found, how their first page looks, how readers get them. Owns attachment, attachment_part,
 * attachment_picture and attachment_upload; uses knowledge for who may see and change a practice,
 * and follows its PracticeMoved; the content lies with platform.storage.
 */
package org.portolan.attachment;
