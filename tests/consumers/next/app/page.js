import Reader from "./reader";

export default function Page() {
  return <Reader />;
}
