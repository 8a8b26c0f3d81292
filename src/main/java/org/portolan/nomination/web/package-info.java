/** Pages on which administrations send officers, and centres select. */
package org.portolan.nomination.web;
