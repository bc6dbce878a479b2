/**
 * One class under a name that ND4J 1.0.0-M2.1 still asks for and no longer ships; nothing else of ours belongs here.
 * Works on the class path; on a module path the package would be split. To be deleted with the next ND4J.
 */
package org.nd4j.nativeblas;
