package dev.lockstep.launcher;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Writes out as methods what a class leaves to the JVM to link at first use: the choices of
/// pattern switches, and `equals` and `hashCode` of records. The JVM's class cache keeps lambdas
/// and joined strings but not these, for each of which it would make a class in every run.
final class LinkedAhead {
  private static final int HELPER =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private LinkedAhead() {}

  /// The class's new bytes, if there was anything to write out. `hierarchy` tells which class
  /// extends which.
  static Optional<byte[]> rewrite(ClassModel model, ClassHierarchyResolver hierarchy) {
    SequencedMap<String, InvokeDynamicInstruction> linked = new TreeMap<>();
    model.methods().stream()
        .flatMap(it -> it.code().stream())
        .flatMap(LinkedAhead::sites)
        .forEach(it -> linked.put(name(it), it));
    if (linked.isEmpty()) {
      return Optional.empty();
    }
    boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    CodeTransform calls =
        (code, element) -> {
          if (element instanceof InvokeDynamicInstruction site && linked.containsKey(name(site))) {
            code.invokestatic(
                model.thisClass().asSymbol(), name(site), site.typeSymbol(), isInterface);
          } else {
            code.with(element);
          }
        };
    ClassTransform rewriting =
        ClassTransform.transformingMethodBodies(
                it -> it.code().stream().flatMap(LinkedAhead::sites).findAny().isPresent(), calls)
            .andThen(
                ClassTransform.endHandler(
                    type ->
                        linked.forEach(
                            (name, site) ->
                                type.withMethodBody(
                                    name, site.typeSymbol(), HELPER, body(site).orElseThrow()))));
    ClassFile classes = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    return Optional.of(classes.transformClass(model, rewriting));
  }

  private static Stream<InvokeDynamicInstruction> sites(CodeModel code) {
    return code.elementStream()
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .filter(it -> body(it).isPresent());
  }

  /// The same for instructions that say the same.
  private static String name(InvokeDynamicInstruction site) {
    return "linked$" + site.invokedynamic().index();
  }

  /// What the instruction does, as a method's body, where that is known here.
  private static Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction site) {
    DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
    return switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
      case "SwitchBootstraps.typeSwitch" -> TypeSwitch.of(site.bootstrapArgs());
      case "ObjectMethods.bootstrap" ->
          RecordMethod.of(site.name().stringValue(), site.bootstrapArgs());
      default -> Optional.empty();
    };
  }
}
