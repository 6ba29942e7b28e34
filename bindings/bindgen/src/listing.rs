//! The interface as text: one line for each thing that a shell can name, in the order of their names, so that
//! a change of the interface is a change of lines.

use uniffi_bindgen::interface::{
    Argument, AsType, Callable, ComponentInterface, Enum, Field, Object, Record, Type, Variant,
};

/// All of an interface.
pub fn of(interface: &ComponentInterface) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(interface.function_definitions().iter().map(|one| call(&format!("fn {}", one.name()), one)));
    parts.extend(interface.object_definitions().iter().map(object));
    parts.extend(interface.record_definitions().iter().map(record));
    parts.extend(interface.enum_definitions().iter().map(|one| enumeration(interface, one)));
    parts.sort();
    parts.concat()
}

fn object(object: &Object) -> String {
    let kind = if object.has_callback_interface() { "trait" } else { "object" };
    let mut lines: Vec<String> =
        object.constructors().into_iter().map(|one| call(&format!("  {}", one.name()), one)).collect();
    lines.extend(object.methods().into_iter().map(|one| call(&format!("  fn {}", one.name()), one)));
    lines.sort();
    format!("{kind} {}\n{}", object.name(), lines.concat())
}

fn record(record: &Record) -> String {
    let fields: String = record.fields().iter().map(|one| format!("  {}\n", field(one))).collect();
    format!("record {}\n{fields}", record.name())
}

fn enumeration(interface: &ComponentInterface, one: &Enum) -> String {
    let kind = if interface.is_name_used_as_error(one.name()) { "error" } else { "enum" };
    let variant = |variant: &Variant| {
        let fields: Vec<String> = variant.fields().iter().map(field).collect();
        let fields = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) };
        format!("  {}{fields}\n", variant.name())
    };
    let variants: String = one.variants().iter().map(variant).collect();
    format!("{kind} {}\n{variants}", one.name())
}

fn field(field: &Field) -> String {
    format!("{}: {}", field.name(), name(&field.as_type()))
}

fn call(named: &str, one: &impl Callable) -> String {
    let argument = |argument: &&Argument| format!("{}: {}", argument.name(), name(&argument.as_type()));
    let arguments: Vec<String> = one.arguments().iter().map(argument).collect();
    let answer = one.return_type().map(|answer| format!(" -> {}", name(answer))).unwrap_or_default();
    let throws = one.throws_type().map(|error| format!(" throws {}", name(error))).unwrap_or_default();
    format!("{named}({}){answer}{throws}\n", arguments.join(", "))
}

fn name(of: &Type) -> String {
    match of {
        Type::Optional { inner_type } => format!("{}?", name(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", name(inner_type)),
        Type::Map { key_type, value_type } => format!("{{{}: {}}}", name(key_type), name(value_type)),
        named => named.name().map_or_else(|| format!("{named:?}"), str::to_owned),
    }
}
