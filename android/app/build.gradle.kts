import org.jetbrains.kotlin.gradle.dsl.JvmTarget

// The Android plugin brings Kotlin with it, of an older version.
buildscript { dependencies { classpath("org.jetbrains.kotlin:kotlin-gradle-plugin:2.4.21") } }

plugins {
    id("com.android.application") version "9.1.1"
    id("org.jetbrains.kotlin.plugin.compose") version "2.4.21"
}

val repository = rootDir.resolve("..")

/** The letters of the screens, which `./dev letters` fetches. */
val letters = repository.resolve("target/fonts/res")

check(letters.resolve("font").isDirectory) { "The letters of the screens are not there. Fetch them: ./dev letters" }

/** What is seen from outside: typed in brand.toml alone. */
val brand =
    repository.resolve("brand.toml").readLines().mapNotNull { Regex("""^(\w+) = "(.*)"$""").find(it) }.associate {
        it.groupValues[1] to it.groupValues[2]
    }

android {
    namespace = "app.notebook.android"
    compileSdk = 37
    defaultConfig {
        applicationId = brand.getValue("package")
        minSdk = 26
        targetSdk = 34
        versionCode = 1
        versionName = "0.1.0"
        resValue("string", "label", brand.getValue("label"))
        resValue("string", "folder", brand.getValue("folder"))
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "rules.pro")
        }
    }
    buildFeatures {
        compose = true
        resValues = true
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    sourceSets {
        // `./dev bindings` makes the last one.
        getByName("main").kotlin.directories += listOf("../ui", "../../target/bindings/kotlin")
        getByName("main").res.directories += letters.path
        getByName("main").jniLibs.directories += layout.buildDirectory.dir("native").get().asFile.path
        // They run by Maven (pom.xml), on any machine.
        getByName("test").kotlin.directories.clear()
    }
    // No list of what is inside, readable by a shop alone.
    dependenciesInfo {
        includeInApk = false
        includeInBundle = false
    }
}

kotlin { compilerOptions { jvmTarget.set(JvmTarget.JVM_17) } }

/** The core, for the processors of phones and of the emulator, by cargo-ndk. */
val native by
    tasks.registering(Exec::class) {
        val into = layout.buildDirectory.dir("native").get().asFile
        workingDir = repository
        commandLine("cargo", "ndk", "--platform", "26", "-t", "arm64-v8a", "-t", "armeabi-v7a", "-t", "x86_64")
        args("-o", into.path, "build", "--release", "-p", "fernbook-bindings")
    }

tasks.named("preBuild") { dependsOn(native) }

dependencies {
    implementation("androidx.activity:activity-compose:1.13.0")
    implementation("androidx.compose.runtime:runtime:1.12.1")
    implementation("androidx.compose.ui:ui:1.12.1")
    implementation("androidx.compose.foundation:foundation:1.12.1")
    implementation("androidx.compose.material3:material3:1.4.0")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.11.0")
    implementation("net.java.dev.jna:jna:5.19.1@aar")
}
