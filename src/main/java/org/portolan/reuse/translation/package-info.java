/**
 * Who would read a practice in another language, and the letter that tells them that it is there.
 * Owns translation_request; uses knowledge for who reads a practice and follows its PracticeMoved.
 */
package org.portolan.reuse.translation;
