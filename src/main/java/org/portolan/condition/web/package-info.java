/** Conditions in words: what an officer meets, and the form of a centre. */
package org.portolan.condition.web;
