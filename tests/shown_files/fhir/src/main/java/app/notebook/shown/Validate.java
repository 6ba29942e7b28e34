package app.notebook.shown;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;

/**
 * Holds every {@code .json} file of a folder to base FHIR R4, and each reference in it to the Bundle that it stands in. Says
 * what is wrong, a line each, and how many there were; ends with 1 if anything is.
 */
public final class Validate {
    private final FhirContext context = FhirContext.forR4();
    private final FhirValidator validator = context.newValidator();

    private Validate() {
        validator.registerValidatorModule(new FhirInstanceValidator(support()));
    }

    /** LOINC itself may not be passed on: its codes are not looked up, and that is no error. */
    private IValidationSupport support() {
        var unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                unknown);
    }

    private List<String> problems(String text) {
        List<String> found = new ArrayList<>();
        for (var message : validator.validateWithResult(text).getMessages()) {
            if (message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0) {
                found.add(message.getLocationString() + ": " + message.getMessage());
            }
        }
        if (found.isEmpty()) found.addAll(loose(context.newJsonParser().parseResource(Bundle.class, text)));
        return found;
    }

    /** References to nothing in the Bundle. */
    private List<String> loose(Bundle bundle) {
        Set<String> there = new HashSet<>();
        bundle.getEntry().forEach(entry -> there.add(entry.getFullUrl()));
        return context.newTerser().getAllPopulatedChildElementsOfType(bundle, Reference.class).stream()
                .map(Reference::getReference)
                .filter(target -> target != null && !there.contains(target))
                .map(target -> "a reference to nothing in it")
                .toList();
    }

    /** Checks the folder. */
    public static void main(String[] arguments) throws IOException {
        var validate = new Validate();
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(path -> path.toString().endsWith(".json")).sorted().toList();
        }
        int wrong = 0;
        for (Path file : files) {
            var problems = validate.problems(Files.readString(file));
            if (!problems.isEmpty()) wrong++;
            problems.stream().limit(3).forEach(problem -> System.out.println(file.getFileName() + ": " + problem));
        }
        System.out.println(files.size() + " documents, " + wrong + " wrong");
        System.exit(wrong > 0 ? 1 : 0);
    }
}
